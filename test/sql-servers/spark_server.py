"""Spark with two executor processes, answering over a socket in a folder of our own.

A request is a line of JSON: settings of Spark SQL, a table to make and fill from a CSV file, a query.
The answer is a line of JSON: names of columns and rows of exact text, or an error. It ends when its
standard input does, so it does not outlive the tests.
"""

import json
import os
import socket
import sys
import threading
from decimal import Decimal

from pyspark.sql import SparkSession

folder = sys.argv[1]
spark = (
    SparkSession.builder.master("local-cluster[2,1,1024]")
    .config("spark.ui.enabled", "false")
    .config("spark.driver.host", "127.0.0.1")
    .config("spark.driver.bindAddress", "127.0.0.1")
    .config("spark.sql.shuffle.partitions", "2")
    # The first query waits for both executors, so that neither is left out.
    .config("spark.scheduler.minRegisteredResourcesRatio", "1")
    .config("spark.scheduler.maxRegisteredResourcesWaitingTime", "240s")
    .config("spark.sql.warehouse.dir", f"{folder}/warehouse")
    .getOrCreate()
)
spark.sparkContext.setLogLevel("ERROR")


def text(value):
    """The exact text of a value."""
    if value is None:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def answer(request):
    for name, value in request["settings"].items():
        spark.conf.set(name, value)
    table = request["table"]
    spark.sql(f"DROP TABLE IF EXISTS {table['name']}")
    spark.sql(table["ddl"])
    types = {field.name: field.dataType.simpleString() for field in spark.table(table["name"]).schema}
    given = ", ".join(f"`{name.replace('`', '``')}` {types[name]}" for name in table["columns"])
    rows = spark.read.csv(table["file"], schema=given, escape='"', nullValue="\\N", mode="FAILFAST")
    # As many parts as executors, so that both have work.
    rows.select([f"`{name.replace('`', '``')}`" for name in types]).repartition(2).write.insertInto(
        table["name"]
    )
    found = spark.sql(request["query"])
    return {
        "columns": found.columns,
        "rows": [[text(value) for value in row] for row in found.collect()],
    }


def end_with_input():
    sys.stdin.read()
    spark.stop()
    os._exit(0)


threading.Thread(target=end_with_input, daemon=True).start()
listener = socket.socket(socket.AF_UNIX)
listener.bind(f"{folder}/socket")
listener.listen()
spark.range(2).repartition(2).count()
executors = spark.sparkContext._jsc.sc().getExecutorMemoryStatus().size() - 1
print(json.dumps({"version": spark.version, "executors": executors}), flush=True)
while True:
    connection, _ = listener.accept()
    with connection, connection.makefile("rw", encoding="utf-8") as lines:
        try:
            reply = answer(json.loads(lines.readline()))
        except Exception as error:
            reply = {"error": str(error)}
        lines.write(json.dumps(reply) + "\n")
