/** What keeps people's data from where it does not belong. */
export { mask } from './mask.ts';
