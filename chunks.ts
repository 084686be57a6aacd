/**
 * What many pages share, in few files. Left alone the bundler makes a file of every set of modules that the same pages
 * need: fifty for a step, most of them smaller than what it costs to name, fetch and unpack them. Who needs a module at
 * once decides, by the graph of imports: a file may be renamed or moved, and no page loads what only others need.
 */
import type { Rolldown } from 'vite';
import { stepIds } from './src/lib/lexicon/steps.ts';

type Graph = Pick<Rolldown.PluginContext, 'getModuleInfo'>;

/** Files of `src/routes`, without `.svelte`. */
export const routeFiles = {
	everyPage: '+layout',
	home: '+page',
	walk: 'flow/+layout',
	tutorial: 'tutorial/+page',
	steps: stepIds.map((id) => `flow/${id}/+page`),
	diagnose: 'diagnose/+page',
	collect: 'collect/+page',
	provider: 'provider/+layout'
};

/** The framework's own start, which every page needs. */
const start = 'start';

/** The pages and layouts that import a module at once, themselves or by what they import. */
export function needersOf(id: string, graph: Graph, seen = new Set<string>()): readonly string[] {
	if (seen.has(id)) return [];
	seen.add(id);
	const route = /\/src\/routes\/((?:.*\/)?\+\w+)\.svelte$/.exec(id)?.[1];
	if (route !== undefined) return [route];
	const info = graph.getModuleInfo(id);
	const isStart = info?.isEntry && !id.includes('/nodes/');
	return [
		...(isStart ? [start] : []),
		...(info?.importers ?? []).flatMap((one) => needersOf(one, graph, seen))
	];
}

const { everyPage, home, walk, tutorial, steps, diagnose, collect, provider } = routeFiles;

/** The places of the site that a person may open first, by their pages. */
const places: Record<string, (page: string) => boolean> = {
	home: (page) => page === home,
	walk: (page) => page === walk || steps.includes(page),
	tutorial: (page) => page === tutorial,
	diagnose: (page) => page === diagnose,
	// It reads its own address as the walk does, and nothing else of the walk.
	collect: (page) => page === collect,
	provider: (page) => page.startsWith('provider/')
};

/**
 * The shared file that a module is put into: one for every set of places that need it. Undefined: neither every step nor
 * every page of the provider needs it, and it is left to the bundler. What the provider and some steps need is apart: no
 * step loads the provider, and no other step what only those need.
 */
export function chunkOf(needers: readonly string[]): string | undefined {
	const isNeededBy = (one: string): boolean => needers.includes(one);
	if (isNeededBy(start) || isNeededBy(everyPage)) return 'page';
	const isOfWalk = isNeededBy(walk) || steps.every(isNeededBy);
	if (!isOfWalk && !isNeededBy(provider)) return undefined;
	if (!isOfWalk && steps.some(isNeededBy)) return 'provider-and-some-steps';
	return Object.keys(places)
		.filter((place) => needers.some((one) => places[place]?.(one)))
		.join('-');
}

/** Every set of places, the larger ones first. */
const sets = Object.keys(places)
	.reduce<string[][]>((all, place) => [...all, ...all.map((set) => [...set, place])], [[]])
	.filter((set) => set.length > 0)
	.sort((one, other) => other.length - one.length)
	.map((set) => set.join('-'));

/** What more pages need goes first: a file takes with it what its modules import. */
export const sharedChunks = ['page', 'provider-and-some-steps', ...sets].map((chunk, index, all) => ({
	name: (id: string, graph: Graph) => (chunkOf(needersOf(id, graph)) === chunk ? chunk : null),
	priority: all.length - index
}));
