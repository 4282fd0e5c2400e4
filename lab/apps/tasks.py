"""Tasks that compute and wait, and note when they were sent, begun and done."""
import os
import time

import redis
from celery import Celery

URL = os.environ["LAB_REDIS"]
app = Celery("tasks", broker=URL)
app.conf.broker_connection_retry_on_startup = True
app.conf.task_ignore_result = True
app.conf.task_acks_late = False
log = redis.Redis.from_url(URL)


@app.task
def work(sent, compute, wait):
    begun = time.time()
    end = time.thread_time() + compute
    while time.thread_time() < end:
        pass
    time.sleep(wait)
    log.rpush("lab-done", f"{sent} {begun} {time.time()} {os.getpid()}")
