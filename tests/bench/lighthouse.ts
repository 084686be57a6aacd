/**
 * Lighthouse on every page of the last build, three times, as a phone on a slow network: `npm run lighthouse`, or of those whose
 * path begins so. The library is no dependency: it is heavier than the project, and its newest wants a newer Node.
 */
import { createServer, type AddressInfo } from 'node:net';
import { chromium } from 'playwright';
import { array, nullable, number, object, optional, parse, record, string, type InferOutput } from 'valibot';
import { findChromium } from '../e2e/find-browser';
import { emptyPath, openBrotliHost } from './brotli-host';
import { median } from './numbers';

const rounds = 3;

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

const audit = object({ score: nullable(number()), numericValue: optional(number()) });

const reportSchema = object({
	lhr: object({
		audits: record(string(), audit),
		categories: record(
			string(),
			object({ score: nullable(number()), auditRefs: array(object({ id: string(), weight: number() })) })
		)
	})
});

type Report = InferOutput<typeof reportSchema>['lhr'];

type Lighthouse = (
	url: string,
	flags: { port: number; logLevel: string; output: string }
) => Promise<unknown>;

/** By a name that is no literal: where it is not installed it has no types. */
async function findLighthouse(name = 'lighthouse'): Promise<Lighthouse | undefined> {
	try {
		const { default: found }: { default: Lighthouse } = await import(name);
		return found;
	} catch {
		return undefined;
	}
}

function freePort(): Promise<number> {
	const server = createServer();
	return new Promise((resolve) =>
		server.listen(0, 'localhost', () => {
			const { port } = server.address() as AddressInfo;
			server.close(() => resolve(port));
		})
	);
}

const scoreOf = (reports: readonly Report[], name: string): number =>
	median(reports.map(({ categories }) => Math.round((categories[name]?.score ?? 0) * 100)));

const valueOf = (reports: readonly Report[], name: string): number =>
	median(reports.map(({ audits }) => audits[name]?.numericValue ?? NaN));

/** What keeps a category from its full score, in the last report. */
const missed = (report: Report | undefined, name: string): string[] =>
	(report?.categories[name]?.auditRefs ?? [])
		.filter(({ id, weight }) => weight > 0 && (report?.audits[id]?.score ?? 1) < 1)
		.map(({ id }) => id);

function row(path: string, reports: readonly Report[], emptyPaint: number): string {
	const paint = valueOf(reports, 'largest-contentful-paint');
	const scores = categories.map((name) => String(scoreOf(reports, name)).padStart(4)).join('');
	const figures = [
		`${paint.toFixed(0)} ms (${(paint / emptyPaint).toFixed(2)})`,
		`CLS ${valueOf(reports, 'cumulative-layout-shift').toFixed(3)}`,
		`TBT ${valueOf(reports, 'total-blocking-time').toFixed(0)} ms`
	];
	const low = categories.filter((name) => scoreOf(reports, name) < 100);
	const why = low.map((name) => `\n    ${name}: ${missed(reports.at(-1), name).join(', ')}`);
	return `${scores}  LCP ${figures.join('  ')}  ${path}${why.join('')}`;
}

async function measure(lighthouse: Lighthouse, wanted: string): Promise<boolean> {
	const host = await openBrotliHost();
	const port = await freePort();
	const executablePath = findChromium();
	const browser = await chromium.launch({
		...(executablePath === undefined ? {} : { executablePath }),
		args: [
			`--remote-debugging-port=${port}`,
			'--ignore-certificate-errors',
			'--disable-gpu',
			'--disable-quic'
		]
	});
	const paths = [emptyPath, ...host.pages.filter((path) => path.startsWith(wanted))];
	const reports = new Map<string, Report[]>(paths.map((path) => [path, []]));
	// In turns: what else the machine does slows down all of them.
	for (let round = 0; round < rounds; round++)
		for (const [path, all] of reports) {
			const report = await lighthouse(host.url + path, { port, logLevel: 'error', output: 'json' });
			all.push(parse(reportSchema, report).lhr);
		}
	await browser.close();
	host.stop();
	const emptyPaint = valueOf(reports.get(emptyPath) ?? [], 'largest-contentful-paint');
	console.log(`Medians of ${rounds}: ${categories.join(', ')}; LCP also against a page with nothing on it`);
	for (const [path, all] of reports) console.log(row(path, all, emptyPaint));
	return paths.every((path) => categories.every((name) => scoreOf(reports.get(path) ?? [], name) === 100));
}

const lighthouse = await findLighthouse();
if (lighthouse === undefined)
	console.log('Lighthouse is not installed, so nothing is measured: npm install --no-save lighthouse@12');
else if (!(await measure(lighthouse, process.argv[2] ?? '/'))) process.exitCode = 1;
