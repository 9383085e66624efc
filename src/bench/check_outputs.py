#!/usr/bin/env python3
"""Reads an output back with a consumer's own library and compares it with the JSON Lines of the same records.

    src/bench/check_outputs.py TRUTH.jsonl OUTPUT...

OUTPUT is a file or folder (.jsonl, .jsonl.gz, .jsonl.zst, .csv, .sqlite, .parquet), or a server:
postgresql://user@host:port/database?table=NAME, opensearch+http://host:port/index, kafka://host:port/topic.
For each key of a record the hashes of all its values are summed, each with the record's id, so that order doesn't
matter. Prints a line an output; exit status 1 when one has other records. Needs pyarrow, and psycopg2-binary or
confluent-kafka for those servers. CSV is compared in the columns whose values are text or empty.
"""
import csv
import datetime
import gzip
import hashlib
import json
import re
import sqlite3
import sys
import urllib.request
from pathlib import Path
from urllib.parse import parse_qs, urlsplit


def lines(stream):
    for line in stream:
        yield json.loads(line)


def from_file(name):
    if name.endswith(".gz"):
        return lines(gzip.open(name, "rt", encoding="utf-8"))
    if name.endswith(".zst"):
        import io

        import pyarrow
        return lines(io.TextIOWrapper(pyarrow.input_stream(name, compression="zstd"), encoding="utf-8"))
    return lines(open(name, encoding="utf-8"))


def from_csv(name):
    csv.field_size_limit(1 << 30)
    with open(name, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield {key: value or None for key, value in row.items()}


def from_sqlite(name):
    for (record,) in sqlite3.connect(name).execute("SELECT record FROM article"):
        yield json.loads(record)


def moment(value):
    """Returns times and days as the JSON has them."""
    if isinstance(value, datetime.datetime):
        return value.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    return value.isoformat() if isinstance(value, datetime.date) else value


def from_parquet(name):
    import pyarrow.dataset
    for batch in pyarrow.dataset.dataset(name, format="parquet").to_batches(batch_size=500):
        for row in batch.to_pylist():
            yield {key: moment(value) for key, value in row.items()}


def from_postgresql(url):
    import psycopg2
    parts = urlsplit(url)
    database = psycopg2.connect(host=parts.hostname, port=parts.port, user=parts.username, dbname=parts.path[1:])
    rows = database.cursor("records")
    rows.itersize = 500
    rows.execute("SELECT * FROM " + parse_qs(parts.query).get("table", ["article"])[0])
    for row in rows:
        names = [re.sub("_(.)", lambda found: found[1].upper(), column.name) for column in rows.description]
        yield {key: moment(value) for key, value in zip(names, row)}


def from_opensearch(url):
    base = url.removeprefix("opensearch+")

    def call(path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(path, data, {"Content-Type": "application/json"})
        return json.load(urllib.request.urlopen(request))

    call(base + "/_refresh", {})
    page = call(base + "/_search?scroll=5m", {"size": 500, "sort": ["_doc"]})
    root = base.rsplit("/", 1)[0]
    while page["hits"]["hits"]:
        for hit in page["hits"]["hits"]:
            yield hit["_source"]
        page = call(root + "/_search/scroll", {"scroll": "5m", "scroll_id": page["_scroll_id"]})


def from_kafka(url):
    from confluent_kafka import Consumer
    parts = urlsplit(url)
    consumer = Consumer({"bootstrap.servers": parts.netloc, "group.id": "check-outputs-" + str(datetime.datetime.now()),
                         "auto.offset.reset": "earliest", "isolation.level": "read_committed"})
    consumer.subscribe([parts.path[1:]])
    message = consumer.poll(60)
    while message is not None:
        if message.error():
            raise SystemExit(message.error())
        yield json.loads(message.value())
        message = consumer.poll(10)
    consumer.close()


def reader(name):
    for start, read in (("postgresql:", from_postgresql), ("opensearch+", from_opensearch), ("kafka:", from_kafka)):
        if name.startswith(start):
            return read
    for end, read in ((".csv", from_csv), (".sqlite", from_sqlite), (".parquet", from_parquet)):
        if name.rstrip("/").endswith(end):
            return read
    return from_file


def is_text(value):
    return value is None or isinstance(value, str)


def sums(records, keys):
    """Returns the number of records and the sum of each key."""
    count, total = 0, dict.fromkeys(keys, 0)
    for record in records:
        count += 1
        start = record["id"].encode()
        for key in keys:
            value = json.dumps(record.get(key), sort_keys=True, ensure_ascii=False).encode()
            total[key] += int.from_bytes(hashlib.blake2b(start + b"\n" + value, digest_size=8).digest(), "big")
    return count, {key: value % (1 << 64) for key, value in total.items()}


def main(truth, outputs):
    with open(truth, encoding="utf-8") as file:
        keys = list(json.loads(file.readline()))
    count, expected = sums(from_file(truth), keys)
    wrong = False
    for name in outputs:
        read = reader(name)
        asked = keys
        if read is from_csv:
            with open(truth, encoding="utf-8") as file:
                first = json.loads(file.readline())
            columns = next(csv.reader(open(name, encoding="utf-8", newline="")))
            asked = [key for key in keys if key in columns and is_text(first[key])]
        found, total = sums(read(name), asked)
        other = [key for key in asked if total[key] != expected[key]]
        wrong |= found != count or bool(other)
        print(f"{name}: {found} of {count} records, {len(asked) - len(other)} of {len(asked)} keys equal"
              + (": other " + ", ".join(other) if other else ""), flush=True)
    return 1 if wrong else 0


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], sys.argv[2:]))
