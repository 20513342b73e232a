"""A folder that ``datasets.load_from_disk`` reads, with one row an article."""

from __future__ import annotations

import shutil
from pathlib import Path

from datasets import Dataset
from datasets.utils import (
    are_progress_bars_disabled,
    disable_progress_bars,
    enable_progress_bars,
)

from dires.article import Article
from dires.batch.parquet import ParquetSink


class SavedDatasetSink:
    """Collects articles in a Parquet file, which becomes the dataset when it is closed."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._work = path.with_name(f"{path.name}.work")
        shutil.rmtree(self._work, ignore_errors=True)
        self._work.mkdir()
        self._parquet = ParquetSink(self._work / "articles.parquet")

    def write(self, article: Article) -> None:
        """Take one article."""
        self._parquet.write(article)

    def close(self) -> None:
        """Write the dataset."""
        self._parquet.close()
        shown = not are_progress_bars_disabled()
        disable_progress_bars()
        try:
            dataset = Dataset.from_parquet(
                str(self._work / "articles.parquet"), cache_dir=str(self._work)
            )
            dataset.save_to_disk(str(self._path))
        finally:
            if shown:
                enable_progress_bars()
            shutil.rmtree(self._work)
