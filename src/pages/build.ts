/** Writes the script of the pages to `dist/pages`. `npm run build` runs this after the compiler. */
import { writeAssets } from '../assets/load.ts';
import { PAGES_ASSETS } from './assets.ts';

await writeAssets(PAGES_ASSETS);
