/** `npx pkce-playground [--port 4173]`: the built site on this machine, and on no other. */
import { parseArgs } from 'node:util';
import { serveSite } from '../serve';
import { sitePath } from './entry';

try {
	const { values } = parseArgs({ options: { port: { type: 'string', default: '4173' } } });
	const site = await serveSite({ folder: sitePath(), port: Number(values.port), openerPolicy: true });
	console.log(`PKCE Playground: ${site.url}/`);
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}
