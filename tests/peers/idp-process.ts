/** `npm run idp` as a person starts it: a process of its own, with a file of settings. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { formatRealmFile } from '../../src/lib/authorization-server/realm-file';
import type { RealmSettings } from '../../src/lib/authorization-server/settings';

export interface IdpProcess {
	issuer: string;
	close(): Promise<void>;
}

export async function startIdpProcess(settings: RealmSettings): Promise<IdpProcess> {
	const folder = await mkdtemp(join(tmpdir(), 'playground-idp-'));
	const file = join(folder, 'realm.json');
	await writeFile(file, formatRealmFile(settings));
	const program = spawn(
		process.execPath,
		['--import', 'tsx', 'src/node/idp.ts', '--port', '0', '--realm', file],
		{
			stdio: ['ignore', 'pipe', 'inherit'],
			env: { ...process.env, TSX_TSCONFIG_PATH: 'src/node/tsconfig.run.json' }
		}
	);
	const ended = new Promise<void>((resolve) => program.once('exit', () => resolve()));
	const issuer = await new Promise<string>((resolve, reject) => {
		program.once('exit', () => reject(new Error('It ended before it had an issuer')));
		createInterface(program.stdout).on('line', (line) => {
			const said = /^Issuer:\s+(\S+)/.exec(line)?.[1];
			if (said !== undefined) resolve(said);
		});
	});
	return {
		issuer,
		async close() {
			program.kill();
			await ended;
			await rm(folder, { recursive: true });
		}
	};
}
