from celery import Celery

app = Celery('shop')
app.conf.worker_concurrency = 1
