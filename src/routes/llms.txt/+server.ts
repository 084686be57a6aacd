import { llmsText } from '$lib/lessons/en/site/twins';

export const prerender = true;

export const GET = (): Response =>
	new Response(llmsText(), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
