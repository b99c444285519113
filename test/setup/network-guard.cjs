/**
 * Loaded into a process before everything else (`--require`, which worker threads inherit), it writes down each connection, each
 * name that is looked up, each datagram, and each program that is started, one JSON line each, to the file that NETWORK_LOG names.
 * Nothing is prevented.
 */
const childProcess = require('node:child_process');
const dgram = require('node:dgram');
const dns = require('node:dns');
const { appendFileSync } = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');
const net = require('node:net');

const write = (what, to) => appendFileSync(process.env.NETWORK_LOG, `${JSON.stringify({ what, to })}\n`);

/** Replaces a function by one that first writes down what it is called with. */
function watch(object, name, what, describe) {
  const original = object[name];
  object[name] = function watched(...args) {
    write(what, describe(...args));
    return original.apply(this, args);
  };
}

watch(net.Socket.prototype, 'connect', 'connection', (...args) => {
  // The public functions pass normalized arguments: a list of options and a callback.
  const options = Array.isArray(args[0]) ? args[0][0] : args[0];
  if (typeof options !== 'object') return `${args[1] ?? 'localhost'}:${options}`;
  return options.path ?? `${options.host ?? 'localhost'}:${options.port}`;
});
watch(dgram.Socket.prototype, 'send', 'datagram', (...args) => args.filter((one) => typeof one !== 'object').join(' '));
for (const of of [dns, dns.promises]) {
  for (const name of Object.keys(of).filter((one) => /^(lookup|resolve|reverse)/.test(one)))
    watch(of, name, 'name', (asked) => String(asked));
}
for (const name of ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'])
  watch(childProcess, name, 'program', (program) => String(program));
syncBuiltinESMExports();
