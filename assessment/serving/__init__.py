"""10. The server: what surrounds the pages (middleware, routes, errors) and the doctor that lets them start."""
