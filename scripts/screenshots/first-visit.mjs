/** An empty register, as whoever has just started it sees it. */
export const pictures = async () => [{ name: 'premiere-visite', path: '/' }];
