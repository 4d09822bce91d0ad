import { compileData } from './compile-data.ts';
import { copyPage } from './copy-page.ts';
import { joinPackages } from './join-packages.ts';

/** What `npm run build` does after the compiler, from the root of the repository. Not part of the package. */
copyPage();
compileData();
await joinPackages();
