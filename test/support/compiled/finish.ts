/** What a build does after the compiler, apart from {@link setup}, which seldom needs it and would load the taxonomy for nothing. */
export { compileData } from '../../../src/build/compile-data.ts';
export { copyPage } from '../../../src/build/copy-page.ts';
export { joinPackages } from '../../../src/build/join-packages.ts';
