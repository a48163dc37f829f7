/** The one organisation of a local installation; accounts may bring others later. */
export const LOCAL_ORGANISATION = {id: 'local', name: '本机构 / This office'} as const;
