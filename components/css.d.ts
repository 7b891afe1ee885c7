/** Style sheets are the bundler's; importing one only puts it on the page. */
declare module '*.css';
