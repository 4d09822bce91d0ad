export { available } from './available.ts';
export { renderBrowser } from './browser.ts';
export { renderOffice, renderSheet } from './office.ts';
export * from './model.ts';
