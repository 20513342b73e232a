"""Speed of the stages, of the extraction core and of the whole, beside bare spaCy.

All of it on one thread, so that speeds compare: NumPy would take every core, thinc takes one.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
