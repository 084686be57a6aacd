import { stepIds } from '$lib/lexicon/steps';
import { twinOf } from '$lib/lessons/en/site/twins';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;

/** One file for each step, in their order. */
const lessons = Object.values(
	import.meta.glob<string>('../../../../lib/lessons/en/steps/*.md', {
		query: '?raw',
		import: 'default',
		eager: true
	})
);

export const entries: EntryGenerator = () => stepIds.map((step) => ({ step }));

/** The lesson of a step as Markdown. */
export const GET: RequestHandler = ({ params }) => {
	const index = stepIds.findIndex((id) => id === params.step);
	const id = stepIds[index];
	if (id === undefined) return new Response(null, { status: 404 });
	const text = twinOf(id, lessons[index] ?? '');
	return new Response(text, { headers: { 'content-type': 'text/markdown; charset=utf-8' } });
};
