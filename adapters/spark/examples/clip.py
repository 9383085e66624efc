"""Cleans a table of pages with the columns html and url; writes title, authors, day and text as Parquet.

spark-submit --jars adapters/spark/target/coupure-spark.jar adapters/spark/examples/clip.py OUT PAGES
"""

import sys

from pyspark.sql import SparkSession

out, pages = sys.argv[1:3]
spark = SparkSession.builder.appName("coupure_clip").getOrCreate()
spark._jvm.org.coupure.spark.CoupureFunctions.register(spark._jsparkSession)

clipped = spark.read.parquet(pages).selectExpr("url", "coupure_clip(html, url) as article")
(
    clipped.where("article.outcome = 'clipped'")
    .select("url", "article.title", "article.authors", "article.publishedDay", "article.text")
    .write.parquet(out)
)
spark.stop()
