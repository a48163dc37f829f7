// Stands in for the package 'server-only' outside the bundler.
