/** Writes GraphiQL's scripts and styles to `dist/graphiql`. `npm run build` runs this script after the compiler. */
import { writeAssets } from '../assets/load.ts';
import { GRAPHIQL_ASSETS } from './assets.ts';

await writeAssets(GRAPHIQL_ASSETS);
