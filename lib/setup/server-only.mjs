/** Stands in for the package 'server-only' outside the bundler, where there is nothing to keep apart. */
export {};
