/** `npm run example`: the provider in a terminal, and beside it the servers of the example that it knows. */
import { sayWhy, startIdp } from '../src/node/idp';
import { readOptions } from '../src/node/idp-options';

async function run(args: string[]): Promise<void> {
	const options = await readOptions(['--realm', 'examples/timesheets/realm.json', ...args]);
	const idp = await startIdp({ ...options, log: (line) => console.log(line) });
	process.env.ISSUER = idp.issuer;
	await import('./timesheets/start.js');
}

run(process.argv.slice(2)).catch((error: unknown) => {
	console.error(sayWhy(error));
	process.exit(1);
});
