/** Who we say we are, to servers and to their robots.txt. */
export const USER_AGENT = 'chancery/0.1';
