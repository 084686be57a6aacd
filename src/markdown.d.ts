/** A lesson: Markdown that mdsvex compiles to a component. */
declare module '*.md' {
	import type { Component } from 'svelte';
	const Lesson: Component;
	export default Lesson;
}
