declare global {
	namespace App {}
}

declare module '*.md' {
	import type { Component } from 'svelte';
	const Lesson: Component;
	export default Lesson;
}

export {};
