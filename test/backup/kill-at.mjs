/**
 * Loaded into a command before it starts: kills the process just before or just after it renames or removes a given path, as a
 * loss of power would. KILL_AT is JSON: {"call": "rename", "path": "…", "when": "before"}.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { call, path, when } = JSON.parse(process.env.KILL_AT ?? '{}');
const original = fs.promises[call];
const die = () => process.kill(process.pid, 'SIGKILL');

if (original !== undefined) {
  fs.promises[call] = async (...args) => {
    const target = call === 'rename' ? args[1] : args[0];
    if (target !== path) return original(...args);
    if (when === 'before') die();
    const result = await original(...args);
    if (when === 'after') die();
    return result;
  };
  syncBuiltinESMExports();
}
