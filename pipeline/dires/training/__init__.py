"""Training: from outside weights and gold to the models that the package runs.

Everything here needs the extra ``train`` (torch, transformers, onnx); what runs the result does
not. The command is ``dires train``.
"""
