/** The built site as files: what a page loads before anybody clicks, and how much of the network that takes. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

export interface Site {
	/** Paths from the root of the site, without a leading slash. */
	files: readonly string[];
	read(file: string): Buffer;
}

/** The build in a folder. */
export function openSite(folder: string): Site {
	if (!existsSync(`${folder}/index.html`)) throw new Error(`No site in ${folder}: run npm run build first.`);
	const files = readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => posix.relative(folder, `${entry.parentPath}/${entry.name}`))
		.sort();
	return { files, read: (file) => readFileSync(`${folder}/${file}`) };
}

/** Bytes on the wire: brotli at its best, as a static host has it ready. */
export const wireSize = (bytes: Buffer): number =>
	brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }).length;

const attributesOf = (tag: string): Record<string, string> =>
	Object.fromEntries([...tag.matchAll(/([\w:-]+)\s*=\s*"([^"]*)"/g)].map((match) => [match[1]!, match[2]!]));

const tagsOf = (html: string, names: string): { name: string; attributes: Record<string, string> }[] =>
	[...html.matchAll(new RegExp(`<(${names})\\b[^>]*>`, 'g'))].map((match) => ({
		name: match[1]!,
		attributes: attributesOf(match[0])
	}));

/** URLs that the browser fetches because the page says so: not the links that a person may follow. */
export function fetchedBy(html: string): string[] {
	const tags = tagsOf(html, 'script|link|img|source|iframe|video|audio|object|embed|form');
	return tags.flatMap(({ attributes: { rel = '', src, href, srcset, action, poster, data } }) => [
		...[src, action, poster, data].filter((url) => url !== undefined),
		...(srcset ?? '').split(',').flatMap((one) => one.trim().split(' ')[0] || []),
		...(href !== undefined && !/\b(?:canonical|alternate)\b/.test(rel) ? [href] : [])
	]);
}

/** URLs that a style sheet fetches. */
export const fetchedByStyles = (css: string): string[] =>
	[...css.matchAll(/url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)/g)].map((match) => (match[1] ?? match[2])!);

/** The modules that a script imports at once; what it imports later, when it needs it, is not among them. */
export const staticImports = (script: string): string[] =>
	[...script.matchAll(/\b(?:from|import)\s*["'`](\.{1,2}\/[^"'`]+)["'`]/g)].map((match) => match[1]!);

/** The modules that a page starts with: those that it imports in its own script, and the parts of its route. */
function entriesOf(html: string, site: Site): string[] {
	const entries = [...html.matchAll(/import\("\/?([^"]+)"\)/g)].map((match) => match[1]!);
	const ids = /node_ids: \[([\d, ]*)\]/.exec(html)?.[1]?.split(',') ?? [];
	const nodes = ids.flatMap((id) => {
		const found = site.files.find((file) => file.includes(`/nodes/${id.trim()}.`) && file.endsWith('.js'));
		if (found === undefined) throw new Error(`The build has no node ${id}`);
		return [found];
	});
	return [...entries, ...nodes];
}

/** Everything that a page of the site fetches before a click, its own HTML first. */
export function firstLoad(page: string, site: Site): string[] {
	const html = site.read(page).toString();
	const named = fetchedBy(html)
		.filter((url) => /^\/(?!\/)/.test(url))
		.map((url) => url.slice(1))
		.filter((file) => site.files.includes(file));
	const found = new Set([page]);
	const visit = (file: string): void => {
		if (found.has(file)) return;
		found.add(file);
		if (!file.endsWith('.js')) return;
		for (const next of staticImports(site.read(file).toString())) visit(posix.join(posix.dirname(file), next));
	};
	for (const file of [...named, ...entriesOf(html, site)]) visit(file);
	return [...found];
}

export const sizeOf = (files: readonly string[], site: Site): number =>
	files.reduce((sum, file) => sum + wireSize(site.read(file)), 0);
