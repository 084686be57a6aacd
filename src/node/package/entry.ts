/** What the package gives to whoever serves the site by their own means. */
import { fileURLToPath } from 'node:url';

/** The folder of the built site, as an absolute path. It was built for the root of a host. */
export const sitePath = (): string => fileURLToPath(new URL('./site', import.meta.url));
