# The server alone. The database is a service of its own (see docker-compose.yml).

# The language model of search by meaning. The server's own code downloads it with Maven and compares the hashes, so this file
# names neither the artifact nor its version. Node.js runs the TypeScript files as they are.
FROM node:22-bookworm-slim AS model
# Without this folder, the Java packages cannot be configured in a slim image.
RUN mkdir -p /usr/share/man/man1 && apt-get -qq update && apt-get -qq install -y --no-install-recommends maven >/dev/null
WORKDIR /model
COPY package.json ./
COPY src/version.ts ./src/
COPY src/graph/local/checksums.ts src/graph/local/maven.ts ./src/graph/local/
COPY src/meaning/model.ts src/meaning/model.sha256 ./src/meaning/
RUN node -e "import('./src/meaning/model.ts').then(({ ensureModel }) => ensureModel('files', console.log))"

FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json ./
COPY src ./src
COPY schema ./schema
COPY cypher ./cypher
RUN npm run build && npm prune --omit=dev --ignore-scripts --no-audit --no-fund
COPY .ci/slim.mjs ./.ci/
RUN node .ci/slim.mjs

# The same Debian as that of the Node.js image, without npm and the other tools of that image.
FROM debian:bookworm-slim
COPY --from=build /usr/local/bin/node /usr/local/bin/
# `node --version` fails here, and not at the start of a server, if Debian lacks a library of Node.js.
RUN groupadd --gid 1000 glossograph && \
  useradd --uid 1000 --gid 1000 --home-dir /app --no-create-home --shell /usr/sbin/nologin glossograph && \
  ln -s /app/dist/src/main.js /usr/local/bin/glossograph && node --version
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000
WORKDIR /app
COPY --from=model /model/files ./.glossograph
COPY --from=build /app/node_modules ./node_modules
COPY package.json LICENSE ./
COPY cypher ./cypher
COPY seed ./seed
COPY src/pages/icons ./src/pages/icons
COPY src/graph/local/jars.sha256 ./src/graph/local/
COPY src/meaning/model.sha256 ./src/meaning/
COPY src/view/style ./src/view/style
COPY --from=build /app/dist ./dist
# By number, so that Kubernetes can tell that the user is not root.
USER 1000:1000
EXPOSE 4000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=5s --timeout=4s --start-period=60s --retries=12 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 4000) + '/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["glossograph", "start"]
