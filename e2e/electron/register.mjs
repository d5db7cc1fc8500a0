// `node --import register.mjs out/main/desktop.js`: gives the built desktop program the double in place of Electron.
import { registerHooks } from 'node:module';

const double = new URL('./module.ts', import.meta.url).href;

registerHooks({
  resolve: (name, context, next) => (name === 'electron' ? { url: double, shortCircuit: true } : next(name, context)),
});
