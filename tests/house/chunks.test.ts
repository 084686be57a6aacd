import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { chunkOf, needersOf, routeFiles } from '../../chunks';

const { everyPage, home, walk, tutorial, steps, diagnose, collect, provider } = routeFiles;

test('The chunks go by routes that exist', () => {
	const files = [everyPage, home, walk, tutorial, ...steps, diagnose, collect, provider].map(
		(file) => `src/routes/${file}.svelte`
	);
	expect(files.filter((file) => !existsSync(file))).toEqual([]);
});

describe('a module', () => {
	test.each([
		['that every page needs', [everyPage, home, walk], 'page'],
		['of the framework’s start', ['start'], 'page'],
		['that the walk needs', [walk], 'walk'],
		['that every step needs', steps, 'walk'],
		['that the walk and the first page need', [walk, home, 'popup/+page'], 'home-walk'],
		['that the walk and a page of no place need', [walk, 'popup/+page'], 'walk'],
		['that the walk and one page of the provider need', [walk, 'provider/+page'], 'walk-provider'],
		['that the provider and the walk need', [provider, walk], 'walk-provider'],
		['that the walk and the tutorial need', [walk, tutorial], 'walk-tutorial'],
		['that the walk and who collects need', [walk, collect], 'walk-collect'],
		['that the provider needs', [provider], 'provider'],
		['that the provider and one step need', [provider, steps[0]!], 'provider-and-some-steps'],
		['that every place needs', [home, walk, diagnose, provider], 'home-walk-diagnose-provider'],
		['that the first page and the diagnosis need', [home, diagnose], undefined],
		['that some steps need', steps.slice(1), undefined],
		['that is loaded later', [], undefined]
	])('%s', (_, needers, chunk) => {
		expect(chunkOf(needers)).toBe(chunk);
	});

	test('is needed by whoever imports it at once, over others and in circles', () => {
		const importers: Record<string, string[]> = {
			'/src/lib/a.ts': ['/src/lib/b.ts', '/src/lib/c.ts'],
			'/src/lib/b.ts': ['/src/lib/a.ts', '/src/routes/flow/call/+page.svelte'],
			'/src/lib/c.ts': ['/nodes/3.js', '/app.js'],
			'/src/lib/d.ts': ['/src/routes/Around.svelte'],
			'/src/routes/Around.svelte': ['/src/routes/flow/call/+page.svelte'],
			'/src/routes/flow/call/+page.svelte': ['/nodes/4.js']
		};
		const getModuleInfo = (id: string) =>
			({ importers: importers[id] ?? [], isEntry: !id.includes('/src/') }) as never;
		expect(needersOf('/src/lib/a.ts', { getModuleInfo })).toEqual(['flow/call/+page', 'start']);
		// A part of pages that stands beside them is none itself.
		expect(needersOf('/src/lib/d.ts', { getModuleInfo })).toEqual(['flow/call/+page']);
	});
});
