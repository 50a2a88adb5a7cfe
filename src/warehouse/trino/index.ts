/** The engine for clusters; it is loaded only where a configuration names one. */
export { connectTo, openTrino } from './open.ts';
export { openForLoading } from './open-for-loading.ts';
export { storeOf } from './store-of.ts';
