// Before anything is painted: whether the page is shown in its compact form, by its address or by what is kept for this
// frame, and in which theme: the one that the address names, or that the person has chosen for this site.
{
	const { dataset } = document.documentElement;
	const kept = (storage, key) => {
		try {
			return window[storage].getItem(`pkce-playground ${key}`) ?? '';
		} catch {
			// Storage is closed to this site.
			return '';
		}
	};
	const { search } = location;
	const isAsked = /[?&]embed=/.test(search);
	const look = isAsked ? search : parent !== window && name ? kept('sessionStorage', `embed ${name}`) : '';
	if (/\bembed=(?!0?(&|$))/.test(look)) dataset.embed = look;
	const asked = dataset.embed && /[?&]theme=(auto|light|dark)\b/.exec(look)?.[1];
	const theme = asked || kept('localStorage', 'theme');
	if (theme === 'light' || theme === 'dark') dataset.theme = theme;
}
