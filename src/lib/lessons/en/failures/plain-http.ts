/** What a yes to plain http means, where it is asked for. */
export const plainHttpTexts = {
	title: (host: string) => `Plain http for ${host}`,
	why: 'Nothing on the way is encrypted. Everybody between this page and the server can read and change it: the code, the tokens, and what is typed at sign-in.',
	spaces: {
		local: 'The host is private by its name or address. Say yes for a test server, with test accounts.',
		unknown:
			'The name does not say whether the host is private. If it is not, all of this crosses the internet in the open.',
		public: 'The address is a public one: all of this crosses the internet in the open.'
	},
	overHttps:
		'This page came over https, and most browsers then block requests over http. Some ask you first, for local network access. Where it does not work, run the playground on this machine, with npm start.',
	once: 'The yes is for this host, in this tab, until you start over.',
	yes: (host: string) => `Use plain http for ${host}`
};
