/** Everything CI runs, in order; the first failure ends it. `npm test -- build` starts at the step of that name. */
import { spawnSync } from 'node:child_process';

/** The pages around it in tests/e2e: those of another site than localhost, and those of the same. */
const embedders = [
	...[47_311, 47_312, 47_313, 47_314].map((port) => `http://127.0.0.1:${port}`),
	...[47_315, 47_316].map((port) => `http://localhost:${port}`)
];

/** Also the build that another site may show in a frame. */
const subPath = {
	BASE_PATH: '/docs/pkce',
	BUILD_FOLDER: 'build-sub-path',
	EMBED_HOSTS: `https://docs.example ${embedders.join(' ')}`
};

const steps: { name: string; command: string; environment?: Record<string, string> }[] = [
	{ name: 'format', command: 'prettier --check .' },
	{ name: 'check', command: 'npm run check' },
	{ name: 'lint', command: 'eslint .' },
	{ name: 'build', command: 'vite build --logLevel warn' },
	{ name: 'build-sub-path', command: 'vite build --logLevel warn', environment: subPath },
	{ name: 'unit', command: 'vitest run' },
	{ name: 'browsers', command: 'tsx tests/e2e/get-browsers.ts' },
	{ name: 'e2e', command: 'playwright test' }
];

const wanted = process.argv[2];
const first = wanted === undefined ? 0 : steps.findIndex(({ name }) => name === wanted);
if (first === -1) {
	console.error(`No step "${wanted}". Steps: ${steps.map(({ name }) => name).join(', ')}`);
	process.exit(1);
}

for (const { name, command, environment } of steps.slice(first)) {
	console.log(`\n— ${name}: ${command}`);
	const started = Date.now();
	const { status } = spawnSync(command, {
		shell: true,
		stdio: 'inherit',
		env: { ...process.env, ...environment }
	});
	console.log(
		`— ${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${((Date.now() - started) / 1000).toFixed(1)} s`
	);
	if (status !== 0) process.exit(status ?? 1);
}
