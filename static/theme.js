// Before anything is painted: the theme that the person has chosen for this site, if one.
try {
	const theme = localStorage.getItem('pkce-playground theme');
	if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
	// Storage is closed to this site: the system decides.
}
