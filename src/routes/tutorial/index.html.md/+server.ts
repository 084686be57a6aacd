import { tutorialTwin } from '$lib/lessons/en/site/twins';

export const prerender = true;

/** One file for each section, in their order. */
const lessons = Object.values(
	import.meta.glob<string>('../../../lib/lessons/en/tutorial/*.md', {
		query: '?raw',
		import: 'default',
		eager: true
	})
);

/** The tutorial as Markdown. */
export const GET = (): Response =>
	new Response(tutorialTwin(lessons), { headers: { 'content-type': 'text/markdown; charset=utf-8' } });
