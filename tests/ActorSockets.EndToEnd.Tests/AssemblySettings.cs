// Each class has a machine with two cores to itself: one measures, others load the server as much as they can.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
