/** A lesson in Markdown is compiled to a component without properties. */
declare module '*.md' {
	import type { Component } from 'svelte';
	const Lesson: Component;
	export { Lesson as default };
}
