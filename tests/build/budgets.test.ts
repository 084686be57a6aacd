import { beforeAll, describe, expect, test } from 'vitest';
import { budgets } from './budgets';
import { socialPicture } from '../../src/node/hosting/social';
import { fetchedBy, fetchedByStyles, firstLoad, openSite, sizeOf, staticImports, type Site } from './site';

const kilobytes = (bytes: number): number => Math.round(bytes / 100) / 10;

const site = openSite(process.env.BUILD_FOLDER ?? 'build');
const pages = site.files.filter((file) => file.endsWith('.html'));
const steps = pages.filter((file) => file.startsWith('flow/'));
const loads = new Map(pages.map((page) => [page, firstLoad(page, site)]));

/** Scripts and styles that `to` needs and `from` has not loaded. Its HTML is not fetched on the way. */
const missing = (from: string, to: string): string[] =>
	loads.get(to)!.filter((file) => file !== to && !loads.get(from)!.includes(file));

interface Row {
	what: string;
	weighs: number;
	may: number;
}

const rowOf = (page: string, may: number): Row => ({
	what: `/${page.replace('index.html', '')}`,
	weighs: kilobytes(sizeOf(loads.get(page)!, site)),
	may
});

const rows: Row[] = [
	rowOf('index.html', budgets.home),
	...steps.map((page) => rowOf(page, budgets.step)),
	rowOf('tutorial/index.html', budgets.tutorial),
	rowOf('diagnose/index.html', budgets.diagnose),
	rowOf('compare/index.html', budgets.compare),
	rowOf('tokens/index.html', budgets.tokens),
	rowOf('case/index.html', budgets.cases),
	rowOf('sanitise/index.html', budgets.sanitise),
	rowOf('collect/index.html', budgets.collect),
	rowOf('embed/index.html', budgets.embed),
	{
		what: 'the element for pages of others',
		weighs: kilobytes(sizeOf(['embed.js'], site)),
		may: budgets.element
	},
	...pages.filter((page) => page.startsWith('provider/')).map((page) => rowOf(page, budgets.provider)),
	...steps.map((to) => ({
		what: `from another step to /${to.replace('index.html', '')}`,
		weighs: Math.max(...steps.map((from) => kilobytes(sizeOf(missing(from, to), site)))),
		may: budgets.between
	})),
	{ what: 'service worker', weighs: kilobytes(sizeOf(['service-worker.js'], site)), may: budgets.worker }
];

beforeAll(() => {
	const lines = rows.map(({ what, weighs, may }) => `${weighs.toFixed(1).padStart(6)} of ${may} kB  ${what}`);
	console.log(`On the wire, brotli:\n${lines.join('\n')}`);
});

describe('the built site weighs', () => {
	test.each(rows)('at most $may kB: $what', ({ weighs, may }) => {
		expect(weighs).toBeLessThanOrEqual(may);
	});
});

describe('the built site', () => {
	test('has a page for every step, for the end of the walk, its report and the callback', () => {
		expect(steps).toHaveLength(11);
		expect(steps).toContain('flow/end/index.html');
		expect(pages).toEqual(expect.arrayContaining(['index.html', '404.html', 'callback/index.html']));
	});

	test('has no font, and no raster image but the icons of an installed app and the picture beside a link', () => {
		const pictures = site.files.filter((file) =>
			/\.(woff2?|ttf|otf|eot|png|jpe?g|gif|webp|avif|ico)$/.test(file)
		);
		const manifest = site.read('manifest.webmanifest').toString();
		expect(pictures.filter((file) => !manifest.includes(`"${file}"`))).toEqual([socialPicture.file]);
	});

	test('has nothing of the gallery, which only the development server shows', () => {
		expect(site.files.filter((file) => /gallery/i.test(file + site.read(file).toString()))).toEqual([]);
	});

	test('gives pages of others one script that imports nothing', () => {
		const script = site.read('embed.js').toString();
		// Not the word of a style that is important.
		expect(script).not.toMatch(/\bimport\s*[({"'`]|\bimport\s\w|\bfrom\s*["'`]/);
		expect(script).toContain('import.meta.url');
	});

	test.each(pages)('%s fetches from its own origin only', (page) => {
		const html = site.read(page).toString();
		expect(fetchedBy(html).filter((url) => !/^\/(?!\/)|^#|^\?|^data:/.test(url))).toEqual([]);
	});

	test('fetches nothing from its styles but what is inside them', () => {
		const styles = site.files.filter((file) => file.endsWith('.css')).map((file) => site.read(file).toString());
		expect(styles.flatMap(fetchedByStyles).filter((url) => !/^(?:data:|#)/.test(url))).toEqual([]);
	});
});

describe('the measure', () => {
	const planted = (files: Record<string, string>): Site => ({
		files: Object.keys(files),
		read: (file) => Buffer.from(files[file]!)
	});

	test('follows what a page starts with, and not what it may load later', () => {
		const site = planted({
			'index.html':
				'<link rel="stylesheet" href="/a.css"><script>import("/entry/app.js"); start({ node_ids: [0, 2] })</script>',
			'a.css': 'a{}',
			'entry/app.js': 'import{a}from"../chunks/a.js";const later=()=>import("../chunks/later.js")',
			'chunks/a.js': 'export*from"./b.js"',
			'chunks/b.js': '',
			'chunks/later.js': '',
			'_app/nodes/0.x.js': 'import"../../chunks/b.js"',
			'_app/nodes/1.x.js': '',
			'_app/nodes/2.x.js': ''
		});
		expect(firstLoad('index.html', site).sort()).toEqual([
			...['_app/nodes/0.x.js', '_app/nodes/2.x.js', 'a.css', 'chunks/a.js', 'chunks/b.js'],
			...['entry/app.js', 'index.html']
		]);
	});

	test('sees what would be fetched from elsewhere', () => {
		const html =
			'<a href="https://a.example/"></a><img src="https://b.example/b.png"><link rel="preload" href="//c.example/c">';
		expect(fetchedBy(html)).toEqual(['https://b.example/b.png', '//c.example/c']);
		expect(fetchedByStyles('@import "https://d.example/d.css";a{src:url(/e.woff2)}')).toEqual([
			'https://d.example/d.css',
			'/e.woff2'
		]);
	});

	test('reads imports of minified modules', () => {
		expect(staticImports('import"./a.js";import{b as c}from`../b.js`;import("./c.js")')).toEqual(['./a.js', '../b.js']);
	});
});
