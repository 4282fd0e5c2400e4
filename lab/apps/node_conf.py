"""A configuration as many projects have it: the workers come from the CPU count of the node."""
import multiprocessing

workers = multiprocessing.cpu_count() * 2 + 1
