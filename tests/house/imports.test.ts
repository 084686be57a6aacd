import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { importProblems, unusedGrants, valueCycles } from './imports';
import { rooms } from './rooms.js';
import { importsIn, readFiles } from './source';

const source = readFiles(/^src\/.*\.(ts|js|svelte|md)$/);
const planted = (path: string, text: string): string[] => importProblems({ path, text });

describe('the table of rooms', () => {
	test('has a row for every folder that has code, and no other', () => {
		const folders = [
			...readdirSync('src/lib').map((name) => `src/lib/${name}`),
			...readdirSync('src', { withFileTypes: true })
				.filter((entry) => entry.isDirectory() && entry.name !== 'lib')
				.map(({ name }) => `src/${name}`)
		];
		expect(
			Object.values(rooms)
				.map(({ folder }) => folder)
				.sort()
		).toEqual(folders.sort());
	});

	test('names rooms and files that exist', () => {
		for (const { folder, imports, types = [], only = {} } of Object.values(rooms)) {
			for (const name of [...imports, ...types, ...Object.values(only).flat()])
				expect(rooms).toHaveProperty(name);
			for (const file of Object.keys(only)) expect(existsSync(`${folder}/${file}`), file).toBe(true);
		}
	});

	test('has no circle: facts go down, never up', () => {
		const height = (name: string, trail: readonly string[]): number => {
			if (trail.includes(name)) throw new Error([...trail, name].join(' → '));
			const { imports, only = {} } = rooms[name]!;
			const below = [...imports, ...Object.values(only).flat()];
			return 1 + Math.max(0, ...below.map((one) => height(one, [...trail, name])));
		};
		for (const name of Object.keys(rooms)) expect(height(name, [])).toBeGreaterThan(0);
	});

	test('keeps the three roles apart', () => {
		const roles = ['client', 'authorization-server', 'resource-server'];
		for (const role of roles) {
			const { imports, types = [] } = rooms[role]!;
			expect([...imports, ...types].filter((name) => roles.includes(name))).toEqual([]);
		}
	});
});

describe('imports', () => {
	test('follow the table', () => {
		expect(source.flatMap(importProblems)).toEqual([]);
	});

	test('use everything that the table grants', () => {
		expect(unusedGrants(source)).toEqual([]);
	});

	test('have no value circles', () => {
		expect(valueCycles(source)).toEqual([]);
	});
});

describe('the checker of imports sees', () => {
	test('a role that imports a role', () => {
		const [problem] = planted(
			'src/lib/client/token.ts',
			"import { respond } from '$lib/authorization-server/respond';"
		);
		expect(problem).toMatch(
			/^src\/lib\/client\/token\.ts:1 client may import nothing from authorization-server/
		);
	});

	test('an upward import, static, dynamic, re-exported or in a component', () => {
		const texts = [
			"import { fold } from '$lib/flow/fold';",
			"const fold = await import('$lib/flow/fold');",
			"export { fold } from '$lib/flow/fold';",
			"type Fold = import('$lib/flow/fold').Fold;"
		];
		for (const text of texts) expect(planted('src/lib/wire/form.ts', text)).toHaveLength(1);
		expect(planted('src/lib/ui/Fold.svelte', `<p>1</p>\n<script lang="ts">${texts[0]}</script>`)).toEqual([
			expect.stringMatching(/^src\/lib\/ui\/Fold\.svelte:2 /)
		]);
	});

	test('a value where only types may be imported', () => {
		const path = 'src/lib/browser/world.ts';
		expect(planted(path, "import { createStep } from '$lib/flow/step';")).toHaveLength(1);
		expect(planted(path, "import { type Step, createStep } from '$lib/flow/step';")).toHaveLength(1);
		expect(planted(path, "import type { Step } from '$lib/flow/step';")).toEqual([]);
		expect(planted(path, "import { type Step } from '$lib/flow/step';")).toEqual([]);
	});

	test('a right that one file of a room has, used by another', () => {
		const text = "import { createEmbeddedServers } from '$lib/embedded/servers';";
		expect(planted('src/lib/browser/embedded/in-page.ts', text)).toEqual([]);
		expect(planted('src/lib/browser/world.ts', text)).toHaveLength(1);
	});

	test('a path that leaves its room, and not one that stays', () => {
		expect(planted('src/lib/flow/steps/verifier.ts', "import '../../client/verifier';")).toHaveLength(1);
		expect(planted('src/lib/flow/steps/verifier.ts', "import '../outcome';")).toEqual([]);
	});

	test('a detour through $lib to the same room', () => {
		expect(planted('src/lib/flow/fold.ts', "import '$lib/flow/step';")).toHaveLength(1);
	});

	test('a right that nobody uses, or uses for types alone', () => {
		const file = { path: 'src/lib/message/form.ts', text: "import type { Pair } from '$lib/wire/form';" };
		const problems = unusedGrants([file]).filter((problem) => problem.startsWith('message '));
		expect(problems).toEqual(
			expect.arrayContaining(['message does not use wire', 'message does not use jose'])
		);
	});

	test('a package that the room may not use', () => {
		expect(planted('src/lib/flow/fold.ts', "import { untrack } from 'svelte';")).toHaveLength(1);
		expect(planted('src/lib/client/token.ts', "import { readFile } from 'node:fs/promises';")).toHaveLength(
			1
		);
		expect(planted('src/lib/client/token.ts', "import * as oauth from 'oauth4webapi';")).toEqual([]);
	});

	test('a circle of values, and not one of types', () => {
		const files = (how: string) => [
			{ path: 'src/lib/wire/a.ts', text: "import { b } from './b';" },
			{ path: 'src/lib/wire/b.ts', text: "import { c } from '$lib/wire/c';" },
			{ path: 'src/lib/wire/c.ts', text: `import ${how} { a } from './a';` }
		];
		expect(valueCycles(files(''))).toEqual([
			'src/lib/wire/a.ts → src/lib/wire/b.ts → src/lib/wire/c.ts → src/lib/wire/a.ts'
		]);
		expect(valueCycles(files('type'))).toEqual([]);
	});

	test('no import in a comment or a string', () => {
		expect(importsIn({ path: 'a.ts', text: "// import './b'\nconst text = \"import './c'\";" })).toEqual([]);
	});
});
