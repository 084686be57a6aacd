declare global {
	namespace App {}

	/** The origins that may show the site in a frame: `EMBED_HOSTS` of the build (vite.config.ts). */
	const __EMBED_HOSTS__: readonly string[];
}

export {};
