filedesc://x.arc 0.0.0.0 20240501100000 text/plain 14
1 0 x
URL IP


https://example.org/a 192.0.2.1 20240501100000 text/html 82
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8
Content-Length: 4

<p>a
https://example.org/b c 192.0.2.1 20240501100000 text/html 82
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8
Content-Length: 4

<p>a
