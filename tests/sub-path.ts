/** The pages around it in tests/e2e: those of another site than localhost, and those of the same. */
const embedders = [
	...[47_311, 47_312, 47_313, 47_314, 47_317, 47_318, 47_319].map((port) => `http://127.0.0.1:${port}`),
	...[47_315, 47_316].map((port) => `http://localhost:${port}`)
];

/** Also the build that another site may show in a frame, and that knows where it will be. */
export const subPath = {
	BASE_PATH: '/docs/pkce',
	SITE_URL: 'https://docs.example/docs/pkce',
	BUILD_FOLDER: 'build-sub-path',
	EMBED_HOSTS: `https://docs.example ${embedders.join(' ')}`
};
