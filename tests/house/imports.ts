import { posix } from 'node:path';
import { importsOf, rooms } from './rooms.js';
import { importsIn, placeOf, type Import, type SourceFile } from './source';

/** Shared by every page and in no room. */
const rootFiles = new Set(['src/app.css']);

const matchesPackage = (specifier: string, name: string): boolean =>
	specifier === name || specifier.startsWith(`${name}/`) || specifier.startsWith(`${name}:`);

function relativeProblem(path: string, specifier: string): string | undefined {
	const target = posix.join(posix.dirname(path), specifier);
	if (rootFiles.has(target)) return undefined;
	return placeOf(target)?.room === placeOf(path)?.room ? undefined : `"${specifier}" leaves the room`;
}

function roomProblem(
	from: { room: string; inside: string },
	{ specifier, typeOnly }: Import
): string | undefined {
	const row = rooms[from.room]!;
	const to = specifier.split('/')[1]!;
	if (to === from.room) return `"${specifier}" is in the same room: write ./<file>`;
	if (importsOf(row, from.inside).includes(to) || (typeOnly && row.types?.includes(to))) return undefined;
	const how = row.types?.includes(to) ? 'types only' : 'nothing';
	return `${from.room} may import ${how} from ${to}: ${row.why}`;
}

/** What breaks the table of rooms, one line each. */
export function importProblems(file: SourceFile): string[] {
	const from = placeOf(file.path);
	if (!from) return [];
	return importsIn(file).flatMap((one) => {
		const { specifier, line } = one;
		const problem = specifier.startsWith('.')
			? relativeProblem(file.path, specifier)
			: specifier.startsWith('$lib/')
				? roomProblem(from, one)
				: rooms[from.room]!.packages.some((name) => matchesPackage(specifier, name))
					? undefined
					: `${from.room} may not use the package "${specifier}"`;
		return problem === undefined ? [] : [`${file.path}:${line} ${problem}`];
	});
}

/** What the table grants and nobody uses: a right that lies about is one that somebody takes without asking. */
export function unusedGrants(files: readonly SourceFile[]): string[] {
	return Object.entries(rooms).flatMap(([name, { imports, types = [], packages }]) => {
		const used = files
			.filter(({ path }) => placeOf(path)?.room === name)
			.flatMap(importsIn)
			.map((one) => ({
				...one,
				room: one.specifier.startsWith('$lib/') ? one.specifier.split('/')[1] : undefined
			}));
		const isUsed = (room: string, typeOnly: boolean): boolean =>
			used.some((one) => one.room === room && one.typeOnly === typeOnly);
		return [
			...imports.filter((room) => !isUsed(room, false)),
			...types.filter((room) => !isUsed(room, true)).map((room) => `types of ${room}`),
			...packages.filter((one) => !used.some(({ specifier }) => matchesPackage(specifier, one)))
		].map((grant) => `${name} does not use ${grant}`);
	});
}

function resolve(path: string, specifier: string, known: ReadonlySet<string>): string | undefined {
	const base = specifier.startsWith('$lib/')
		? `src/lib/${specifier.slice('$lib/'.length)}`
		: specifier.startsWith('.')
			? posix.join(posix.dirname(path), specifier)
			: undefined;
	if (base === undefined) return undefined;
	return [base, `${base}.ts`, `${base}.js`, `${base}/index.ts`].find((one) => known.has(one));
}

/** Circles of files that import values of each other: `a → b → a`. */
export function valueCycles(files: readonly SourceFile[]): string[] {
	const known = new Set(files.map(({ path }) => path));
	const edges = new Map(
		files.map((file): [string, string[]] => [
			file.path,
			importsIn(file).flatMap(({ specifier, typeOnly }) => {
				const target = typeOnly ? undefined : resolve(file.path, specifier, known);
				return target === undefined ? [] : [target];
			})
		])
	);
	const done = new Set<string>();
	const cycles: string[] = [];
	const visit = (path: string, trail: readonly string[]): void => {
		const seen = trail.indexOf(path);
		if (seen !== -1) cycles.push([...trail.slice(seen), path].join(' → '));
		if (seen !== -1 || done.has(path)) return;
		for (const next of edges.get(path) ?? []) visit(next, [...trail, path]);
		done.add(path);
	};
	for (const path of edges.keys()) visit(path, []);
	return cycles;
}
