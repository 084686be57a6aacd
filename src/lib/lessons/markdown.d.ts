/** A lesson in Markdown is compiled to a component without properties. */
declare module '*.md' {
	const Lesson: import('svelte').Component;
	export { Lesson as default };
}
