/** What pages of documentation are made with, each with its own way to bring an element of others in. */
export const embedTools = [
	'html',
	'docusaurus',
	'vitepress',
	'starlight',
	'mkdocs',
	'mintlify',
	'iframe'
] as const;
export type EmbedTool = (typeof embedTools)[number];
