/**
 * Everything CI runs. What needs no build goes on beside the builds, so that no processor waits; what a step says there comes
 * in one piece when it is over. A failure ends it: what has begun beside it comes to its end, and nothing begins.
 * `npm test -- build` leaves out the steps before the one of that name.
 */
import { spawn } from 'node:child_process';
import { subPath } from './sub-path';

interface Step {
	name: string;
	command: string;
	environment?: Record<string, string>;
}

/** Stages, one after the other; in each, lanes beside each other; in a lane, steps one after the other. */
const stages: Step[][][] = [
	// Types of the routes, which the lint reads as well.
	[[{ name: 'sync', command: 'svelte-kit sync' }]],
	[
		[{ name: 'browsers', command: 'tsx tests/e2e/get-browsers.ts' }],
		[
			{ name: 'format', command: 'prettier --check .' },
			{ name: 'lint', command: 'eslint .' }
		],
		// All three write the framework’s own folder.
		[
			{ name: 'check', command: 'npm run check' },
			{ name: 'build', command: 'vite build --logLevel warn' },
			{ name: 'build-sub-path', command: 'vite build --logLevel warn', environment: subPath }
		]
	],
	[[{ name: 'unit', command: 'vitest run' }]],
	[[{ name: 'e2e', command: 'playwright test' }]]
];

/** Runs one step; true when it passed. `beside`: other steps run, and what it says is kept until it is over. */
function run({ name, command, environment }: Step, beside: boolean): Promise<boolean> {
	if (!beside) console.log(`\n— ${name}: ${command}`);
	const started = Date.now();
	const child = spawn(command, {
		shell: true,
		stdio: beside ? ['ignore', 'pipe', 'pipe'] : 'inherit',
		env: { ...process.env, ...environment }
	});
	const told: Buffer[] = [];
	for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part: Buffer) => told.push(part));
	return new Promise((resolve) =>
		child.on('close', (status) => {
			if (beside) process.stdout.write(`\n— ${name}: ${command}\n${Buffer.concat(told).toString()}`);
			const seconds = ((Date.now() - started) / 1000).toFixed(1);
			console.log(`— ${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
			resolve(status === 0);
		})
	);
}

const names = stages.flat(2).map(({ name }) => name);
const wanted = process.argv[2];
const first = wanted === undefined ? 0 : names.indexOf(wanted);
if (first === -1) {
	console.error(`No step "${wanted}". Steps: ${names.join(', ')}`);
	process.exit(1);
}

const started = Date.now();
let passed = true;
for (const stage of stages) {
	const lanes = stage
		.map((lane) => lane.filter(({ name }) => names.indexOf(name) >= first))
		.filter((lane) => lane.length > 0);
	await Promise.all(
		lanes.map(async (lane) => {
			for (const step of lane) if (passed) passed = (await run(step, lanes.length > 1)) && passed;
		})
	);
	if (!passed) break;
}
console.log(`\n— all: ${passed ? 'passed' : 'FAILED'} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
process.exitCode = passed ? 0 : 1;
